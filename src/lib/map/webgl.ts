/** Whether this browser can draw the map. MapLibre itself fails with an error that nobody can catch. */
export function hasWebGl2(): boolean {
	try {
		const context = document.createElement('canvas').getContext('webgl2');
		context?.getExtension('WEBGL_lose_context')?.loseContext();
		return context !== null;
	} catch {
		return false;
	}
}
