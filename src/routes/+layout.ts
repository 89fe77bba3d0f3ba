// Everything on a page comes from the reader's own dataset, so there is nothing to render beforehand.
export const ssr = false;
export const prerender = true;
// A folder with an index.html for each page: what any static server finds, under any path.
export const trailingSlash = 'always';
