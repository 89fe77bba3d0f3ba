// @ts-check
/**
 * Runs in the page before its own scripts: lets a photographer ask whether the map is at rest. MapLibre tells only its
 * owner, so this counts what it asks of its workers, and what it draws.
 */
export function watchMap() {
	const RESTING_FRAMES = 5;
	/** @type {Set<string>} */
	const unanswered = new Set();
	const heard = new WeakSet();
	let [draws, drawnBefore, still] = [0, 0, 0];

	const post = Worker.prototype.postMessage;
	/**
	 * @this {Worker}
	 * @param {any} message
	 * @param {any} options
	 */
	Worker.prototype.postMessage = function (message, options) {
		const isQuestion = typeof message?.id === 'string' && !/^<.*>$/.test(message.type);
		if (isQuestion) unanswered.add(message.id);
		// What is taken back is not answered.
		if (message?.type === '<cancel>') unanswered.delete(message.id);
		if (isQuestion && !heard.has(this)) {
			heard.add(this);
			this.addEventListener('message', ({ data }) => {
				if (data.type === '<response>') unanswered.delete(data.id);
			});
		}
		post.call(this, message, options);
	};

	for (const name of /** @type {const} */ (['drawElements', 'drawArrays'])) {
		const draw = WebGL2RenderingContext.prototype[name];
		/** @type {any} */ (WebGL2RenderingContext.prototype)[name] = function (
			/** @type {any[]} */ ...given
		) {
			draws++;
			return /** @type {any} */ (draw).apply(this, given);
		};
	}

	const count = () => {
		still = draws === drawnBefore && unanswered.size === 0 ? still + 1 : 0;
		drawnBefore = draws;
		requestAnimationFrame(count);
	};
	requestAnimationFrame(count);
	Object.assign(globalThis, { hetuMapIsAtRest: () => still >= RESTING_FRAMES });
}
