import type { Dataset } from '#lib/domain/dataset-index.ts';
import { NOT_STATED, type Facet } from '#lib/domain/facet.ts';
import { inLocale, type Locale } from '#lib/domain/text.ts';
import { m } from '#lib/i18n/messages/messages.js';

/** What a facet divides by. */
export function facetName({ index }: Dataset, { id, kind }: Facet, locale: Locale): string {
	if (kind === 'took') return m.explore_took();
	if (kind === 'people') return m.explore_people();
	const list = index.manifest.codeLists[id];
	return list ? inLocale(list.name, locale) : id;
}

/** One value of a facet in words. */
export function valueName(
	{ codes, index }: Dataset,
	facet: Facet,
	code: string,
	locale: Locale
): string {
	if (code === NOT_STATED) {
		if (facet.id === index.manifest.origins?.campaign) return m.origin_no_campaign();
		return facet.kind === 'took' ? m.explore_not_closed() : m.explore_not_stated();
	}
	if (facet.kind === 'codes') {
		const list = codes[facet.id];
		const name = list?.names[list.position.get(code) ?? -1];
		return name ? inLocale(name, locale) : code;
	}
	const open = code.endsWith('+') ? code.slice(0, -1) : undefined;
	const range = code.replace('-', '–');
	if (facet.kind === 'people') {
		return open === undefined
			? m.explore_people_range({ range })
			: m.explore_people_over({ people: open });
	}
	if (code === '0') return m.explore_took_day();
	return open === undefined ? m.explore_took_days({ range }) : m.explore_took_over({ days: open });
}
