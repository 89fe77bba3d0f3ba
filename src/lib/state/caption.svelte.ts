/** What a page shows, in words: said by the page, and set by the layout at the head of every printed sheet. */
export class Caption {
	words = $state<string>();
}
