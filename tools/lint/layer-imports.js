// @ts-check
/**
 * ESLint rule: every import in src/ against the table in layers.js. It looks at the text of the import only, so it
 * needs no type information and no file on disk; what is reached through others is dependency-cruiser's question.
 */
import path from 'node:path/posix';
import { importsOf, layerOf, packageRules } from '../../layers.js';

/** What may stand at the end of an import of our own; `./$types` is the one name that Kit makes without a file. */
const extension = /\.(ts|js|svelte|json|css|svg|png|wasm|txt)$/;
const testFile = /\.(test|spec)\.ts$/;

/**
 * @param {string} pattern
 * @param {string} name
 */
const matches = (pattern, name) =>
	pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;

/** @param {string} name */
const isOwn = (name) => /^(\.|#(lib|cli)\/)/.test(name);

/**
 * What is wrong with one import of our own code.
 *
 * @param {string} file from the project root
 * @param {string} specifier without a query
 * @returns {{ messageId: string, data: Record<string, string> } | undefined}
 */
function ownFault(file, specifier) {
	if (specifier.split('/').includes('..')) return { messageId: 'upward', data: { specifier } };
	if (specifier === './$types' || specifier === './$types.js') return undefined;
	if (!extension.test(specifier)) return { messageId: 'extension', data: { specifier } };

	const from = layerOf(file);
	const target = specifier.startsWith('#')
		? specifier.replace('#', 'src/')
		: path.join(path.dirname(file), specifier);
	const to = layerOf(target);
	if (!to) return { messageId: 'nowhere', data: { specifier, target } };
	if (!from) return undefined;
	if (from !== to && specifier.startsWith('.')) {
		return { messageId: 'across', data: { specifier, target: target.replace('src/', '#') } };
	}
	if (importsOf(from).includes(to.folder)) return undefined;
	return {
		messageId: 'layer',
		data: {
			from: from.folder,
			to: to.folder,
			holds: from.holds,
			allowed: importsOf(from).slice(1).join(', ') || 'nothing but itself'
		}
	};
}

/**
 * What is wrong with the place of one package.
 *
 * @param {string} file from the project root
 * @param {string} name
 * @returns {{ messageId: string, data: Record<string, string> } | undefined}
 */
function packageFault(file, name) {
	if (name.startsWith('$lib')) return { messageId: 'alias', data: { name } };
	const folder = layerOf(file)?.folder;
	if (!folder) return undefined;
	const broken = packageRules.find((rule) => {
		if (!rule.packages.some((pattern) => matches(pattern, name))) return false;
		if (rule.inTests && testFile.test(file)) return false;
		if (rule.suffix && file.endsWith(rule.suffix)) return false;
		return rule.onlyIn ? !rule.onlyIn.includes(folder) : rule.notIn?.includes(folder);
	});
	if (!broken) return undefined;
	const named = broken.suffix ? [`files named *${broken.suffix}`] : [];
	const place = broken.onlyIn ? [...broken.onlyIn, ...named].join(', ') || 'tests' : undefined;
	const where = place ? `only in ${place}` : `not in ${broken.notIn?.join(', ')}`;
	return { messageId: 'package', data: { name, where, why: broken.why } };
}

/** @type {import('eslint').Rule.RuleModule} */
export const layerImports = {
	meta: {
		type: 'problem',
		docs: { description: 'keep imports within the layers of layers.js' },
		schema: [],
		messages: {
			layer:
				'{{from}} may not import {{to}}. It holds: {{holds}}. It may import: {{allowed}}. Move this code to a layer that may know both, or hand the value in. (layers.js)',
			upward:
				"'{{specifier}}' climbs with '../'. Inside a folder go down with './', otherwise write the full path ('#lib/…', '#cli/…'), so that a moved file keeps its imports.",
			across: "'{{specifier}}' leaves its layer. Write '{{target}}', so that the crossing is seen.",
			extension:
				"'{{specifier}}' has no file extension. Name the file itself ('….ts', '….svelte'): what is written is what is loaded, in Node, Vite and the tests alike.",
			nowhere:
				"'{{specifier}}' ({{target}}) lies in no layer. Put the file in a folder of layers.js, or add the folder there with what it holds and may import.",
			homeless:
				'{{file}} lies in no layer. Put it in a folder of layers.js, or add the folder there with what it holds and may import.',
			alias: "'{{name}}': write '#lib/…'. Node and Vite both know it from package.json.",
			package: "'{{name}}' belongs {{where}}: {{why}}. (layers.js)",
			barrel:
				'No barrel files: they hide which layer is reached and drag whole folders into the first page. Import each file by its own name.'
		}
	},
	create(context) {
		const file = path.relative(
			context.cwd.replaceAll('\\', '/'),
			context.filename.replaceAll('\\', '/')
		);
		if (!file.startsWith('src/')) return {};

		/** @param {any} source an AST node that may be the name of a module */
		const check = (source) => {
			if (source?.type !== 'Literal' || typeof source.value !== 'string') return;
			const [specifier = ''] = source.value.split('?');
			const fault = isOwn(specifier) ? ownFault(file, specifier) : packageFault(file, specifier);
			if (fault) context.report({ node: source, ...fault });
		};

		return {
			Program(node) {
				if (/\/index\.(ts|js)$/.test(file)) context.report({ node, messageId: 'barrel' });
				// Files straight in src/ (app.d.ts, hooks) are Kit's and belong to no layer.
				if (file.split('/').length > 2 && !layerOf(file)) {
					context.report({ node, messageId: 'homeless', data: { file } });
				}
			},
			ImportDeclaration: (node) => check(node.source),
			ImportExpression: (node) => check(node.source),
			ExportNamedDeclaration: (node) => check(node.source),
			ExportAllDeclaration(node) {
				context.report({ node, messageId: 'barrel' });
				check(node.source);
			},
			TSImportType: (/** @type {any} */ node) => check(node.source ?? node.argument?.literal),
			// A worker is reached by `new URL('./name.worker.ts', import.meta.url)`.
			'NewExpression[callee.name="URL"][arguments.1.type="MemberExpression"]': (
				/** @type {any} */ node
			) => check(node.arguments[0])
		};
	}
};
