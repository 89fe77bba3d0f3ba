/** What would act on a terminal instead of being seen: JSON itself leaves these as they are. */
const ACTING = /[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

/** Prints a value as one line of JSON that means the same and is safe to look at: such characters are escaped. */
export function printJson(value: unknown): void {
	const escaped = JSON.stringify(value).replace(
		ACTING,
		(character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
	);
	console.log(escaped);
}
