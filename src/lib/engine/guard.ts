/**
 * The engine's first statements, in this order. Without them DuckDB reaches for the internet when a
 * function of an absent extension is named, and a failed autoload corrupts the WebAssembly instance.
 * After the lock neither files nor settings can be touched; Arrow tables can still be loaded.
 * `extensions` is a place of our own that holds none, so that an absent extension is a clean error.
 */
export function guardStatements(extensions: string): string[] {
	return [
		'SET autoload_known_extensions = false',
		'SET autoinstall_known_extensions = false',
		`SET custom_extension_repository = '${extensions.replaceAll("'", "''")}'`,
		'SET enable_external_access = false',
		// Counts by several small columns (areas, months, tallies) in an array of 2^21 cells at most, not in a hash table.
		'SET perfect_ht_threshold = 21',
		'SET lock_configuration = true'
	];
}
