import { m } from '#lib/i18n/messages/messages.js';

/** The pages of the site in the order of the navigation: Kit's id of each, its address, its name. */
export const PLACES = [
	{ route: '/', path: '/', name: m.page_overview },
	{ route: '/explore', path: '/explore/', name: m.page_explore },
	{ route: '/hotspots', path: '/hotspots/', name: m.page_hotspots },
	{ route: '/about', path: '/about/', name: m.page_about },
	{ route: '/help', path: '/help/', name: m.page_help }
] as const;
