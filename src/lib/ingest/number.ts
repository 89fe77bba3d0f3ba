/** Digits as a machine writes them, without separators or units; up to where a whole number is exact. */
const WHOLE = /^-?\d{1,15}$/;
const DECIMAL = /^-?\d{1,15}(\.\d{1,15})?$/;

export function isWholeNumber(text: string): boolean {
	return WHOLE.test(text);
}

export function isNumber(text: string): boolean {
	return DECIMAL.test(text);
}
