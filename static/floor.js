/*
 * Says so, instead of a white page, where the browser is older than the site is made for. Written for any browser there
 * is: no syntax younger than 2009. The sentences are those of messages/*.json; a test compares them.
 */
(function () {
	var needs = {
		WebAssembly: typeof WebAssembly === 'object',
		DecompressionStream: typeof DecompressionStream === 'function',
		'Object.hasOwn': typeof Object.hasOwn === 'function',
		'AbortSignal.throwIfAborted':
			typeof AbortSignal === 'function' && 'throwIfAborted' in AbortSignal.prototype,
		// Came with Chromium 110: nothing older has ever been tried.
		'Array.toSorted': 'toSorted' in Array.prototype
	};
	var sentences = [
		[
			'zh-CN',
			'浏览器版本过低，本页无法打开',
			'请安装或升级到以 Chromium 110 或更高版本为内核的浏览器（例如新版 Chrome 或 Edge），再打开本页。'
		],
		[
			'en',
			'This browser is too old to open this page',
			'Install or update a browser built on Chromium 110 or newer (for example a recent Chrome or Edge), then open this page again.'
		]
	];
	var missing = [];
	for (var name in needs) if (!needs[name]) missing.push(name);
	if (missing.length === 0) return;

	function add(parent, tag, text, style) {
		var element = document.createElement(tag);
		element.style.cssText = style;
		element.appendChild(document.createTextNode(text));
		parent.appendChild(element);
		return element;
	}

	var refusal = document.createElement('div');
	refusal.id = 'floor';
	refusal.setAttribute('role', 'alert');
	refusal.style.cssText =
		'position: fixed; z-index: 2147483647; top: 0; right: 0; bottom: 0; left: 0; overflow: auto; padding: 8vh 8vw; background: #faf8f3; color: #20242a; font: 20px/1.6 sans-serif';
	for (var i = 0; i < sentences.length; i++) {
		var part = add(refusal, 'div', '', 'max-width: 40em; margin-bottom: 40px');
		part.lang = sentences[i][0];
		add(part, 'h1', sentences[i][1], 'margin: 0 0 8px; font-size: 28px');
		add(part, 'p', sentences[i][2], 'margin: 0');
	}
	add(refusal, 'p', missing.join(', '), 'font-size: 14px; color: #585f68');
	document.body.insertBefore(refusal, document.body.firstChild);
})();
