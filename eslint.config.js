// @ts-check
import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';
import { layerImports } from './tools/lint/layer-imports.js';
import svelteConfig from './svelte.config.js';

const source = ['src/**/*.{ts,js,svelte}'];
const typescript = ['**/*.ts'];
const inSvelte = ['**/*.svelte', '**/*.svelte.ts'];

export default defineConfig(
	{
		ignores: [
			'.svelte-kit/',
			'.cache/',
			'build/',
			'build-public/',
			'dist-cli/',
			'static/data/',
			'src/lib/i18n/messages/',
			'test-results/',
			'gallery/',
			'playwright-report/',
			'data/'
		]
	},
	{ linterOptions: { reportUnusedDisableDirectives: 'error' } },
	js.configs.recommended,
	{
		languageOptions: { globals: { ...globals.browser, ...globals.node } },
		rules: {
			eqeqeq: 'error',
			'no-console': 'error',
			'prefer-const': 'error'
		}
	},

	// Full type-aware rules where the types are whole: plain TypeScript.
	{
		files: typescript,
		extends: [ts.configs.strictTypeChecked],
		languageOptions: {
			parserOptions: { projectService: true, extraFileExtensions: ['.svelte'] }
		},
		rules: {
			// Numbers are what this project puts into text.
			'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
			// `return void reject(…)` and `() => close()` say what they mean.
			'@typescript-eslint/no-confusing-void-expression': [
				'error',
				{ ignoreArrowShorthand: true, ignoreVoidOperator: true }
			],
			'@typescript-eslint/no-meaningless-void-operator': 'off',
			// Text here is Chinese and codes: code points are the right units.
			'@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
			'@typescript-eslint/switch-exhaustiveness-check': 'error',
			'@typescript-eslint/consistent-type-imports': 'error'
		}
	},

	// A component imported from another is `any` to the linter, so the rules about unsafe values would cry wolf;
	// svelte-check judges the types there.
	{
		files: inSvelte,
		// The parser of the last one counts: Svelte's.
		extends: [ts.configs.strict, svelte.configs.recommended],
		languageOptions: {
			parserOptions: {
				projectService: true,
				extraFileExtensions: ['.svelte'],
				parser: ts.parser,
				svelteConfig
			}
		},
		rules: {
			'@typescript-eslint/no-floating-promises': 'error',
			'@typescript-eslint/await-thenable': 'error',
			// A prop or a derived value is written with `let` by custom even when nothing assigns it.
			'prefer-const': 'off',
			'svelte/prefer-const': ['error', { excludedRunes: ['$props', '$derived'] }],
			// State is `$state.raw` values that are replaced whole; a Map or URLSearchParams in it is a local value.
			'svelte/prefer-svelte-reactivity': 'off',
			// The View is the query of one page; pages are linked relatively so that any sub-path works.
			'svelte/no-navigation-without-resolve': 'off'
		}
	},

	{
		files: source,
		plugins: { hetu: { rules: { 'layer-imports': layerImports } } },
		rules: { 'hetu/layer-imports': 'error' }
	},

	// Expected values must not come from the code they judge.
	{
		files: ['tests/by-hand/**'],
		rules: {
			'no-restricted-imports': [
				'error',
				{
					patterns: [
						{
							regex: '^#(lib|cli)/|/(src|tools)/',
							message:
								"Expected values are worked out by hand from the source files' own columns: nothing of the product may help."
						}
					]
				}
			]
		}
	},

	// Commands talk to a person through the console.
	{
		files: ['tools/**', 'src/cli/**', '*.js', '*.ts'],
		rules: { 'no-console': 'off' }
	}
);
