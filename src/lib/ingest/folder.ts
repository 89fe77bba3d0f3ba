/** Where a dataset's source files lie: a directory for the CLI, dropped files for the browser. */
export interface Folder {
	/** Names of the files in it. */
	readonly names: readonly string[];
	read(name: string): Promise<Uint8Array<ArrayBuffer>>;
}
