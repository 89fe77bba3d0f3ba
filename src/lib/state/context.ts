import { createContext } from 'svelte';
import type { Atlas } from './atlas.svelte.ts';
import type { Caption } from './caption.svelte.ts';
import type { Display } from './display.svelte.ts';

/** What every page shares: made once by the layout, so that the engine and the View outlive a change of page. */
export const [atlasOfPage, shareAtlas] = createContext<Atlas>();
export const [displayOfPage, shareDisplay] = createContext<Display>();
export const [captionOfPage, shareCaption] = createContext<Caption>();
