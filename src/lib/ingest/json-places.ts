/** Where the values of a JSON text stand, and where it stops being JSON: `JSON.parse` tells neither in a way to rely on. */
export interface JsonPlaces {
	/** Offset at which the text stops being JSON; its length where it is cut off; undefined where it is sound. */
	readonly fault: number | undefined;
	/** Line, counted from 1, on which the value of a path begins, or the innermost value around it that is there. */
	lineOf(path: readonly (string | number)[]): number;
}

/** Deeper than any file that is meant for a reader. */
const DEEPEST = 500;

const BLANK = /[ \t\r\n]*/y;
// eslint-disable-next-line no-control-regex -- JSON forbids exactly these inside quotes
const STRING = /[^"\\\x00-\x1f]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const PLAIN = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** Reads a JSON text by its grammar (RFC 8259). Any text is taken; nothing is thrown. */
export function jsonPlaces(text: string): JsonPlaces {
	const begins = new Map<string, number>();
	let at = 0;
	const take = (pattern: RegExp): boolean => {
		pattern.lastIndex = at;
		const [found] = pattern.exec(text) ?? [];
		at += found?.length ?? 0;
		return found !== undefined;
	};
	const sign = (character: string): boolean => {
		take(BLANK);
		if (text[at] !== character) return false;
		at++;
		return true;
	};
	const quoted = (): boolean => {
		if (!sign('"')) return false;
		do take(STRING);
		while (take(ESCAPE));
		if (text[at] !== '"') return false;
		at++;
		return true;
	};
	const name = (): string | undefined => {
		take(BLANK);
		const from = at;
		return quoted() ? (JSON.parse(text.slice(from, at)) as string) : undefined;
	};
	const members = (path: string, close: string, depth: number): boolean => {
		if (sign(close)) return true;
		for (let i = 0; ; i++) {
			const key = close === '}' ? name() : String(i);
			if (key === undefined || (close === '}' && !sign(':'))) return false;
			if (!value(`${path}/${key}`, depth + 1)) return false;
			if (sign(close)) return true;
			if (!sign(',')) return false;
		}
	};
	const value = (path: string, depth: number): boolean => {
		take(BLANK);
		if (depth > DEEPEST) return false;
		begins.set(path, at);
		if (text[at] === '"') return quoted();
		if (sign('{')) return members(path, '}', depth);
		return sign('[') ? members(path, ']', depth) : take(PLAIN);
	};
	let isSound = value('', 0);
	if (isSound) {
		take(BLANK);
		isSound = at === text.length;
	}
	return {
		fault: isSound ? undefined : at,
		lineOf(path) {
			for (let length = path.length; length > 0; length--) {
				const found = begins.get(`/${path.slice(0, length).join('/')}`);
				if (found !== undefined) return lineAt(text, found);
			}
			return 1;
		}
	};
}

/** Line of an offset, counted from 1; CRLF, LF and CR each end a line. */
export function lineAt(text: string, offset: number): number {
	return text.slice(0, offset).split(/\r\n|\n|\r/).length;
}
