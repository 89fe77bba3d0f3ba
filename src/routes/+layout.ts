// Everything on a page comes from the reader's own dataset, so there is nothing to render beforehand.
export const ssr = false;
export const prerender = true;
