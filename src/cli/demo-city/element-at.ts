/** The element at an index that must exist; a hole is a mistake in the generator, not in data. */
export function elementAt<T>(list: ArrayLike<T>, index: number): T {
	const element = list[index];
	if (element === undefined) throw new RangeError(`no element ${index} of ${list.length}`);
	return element;
}

export function valueOf<K, V>(map: ReadonlyMap<K, V>, key: K): V {
	const value = map.get(key);
	if (value === undefined) throw new RangeError(`no value for ${String(key)}`);
	return value;
}
