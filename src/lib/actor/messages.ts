/** What is asked of a worker, and what comes back, each with the number of the question. */
export interface Asked<Request> {
	readonly id: number;
	readonly request: Request;
}

export type Told<Reply> =
	| {
			readonly id: number;
			readonly kind: 'progress';
			readonly done: number;
			readonly total: number;
	  }
	| { readonly id: number; readonly kind: 'reply'; readonly reply: Reply }
	| { readonly id: number; readonly kind: 'failed'; readonly message: string };

export type OnProgress = (done: number, total: number) => void;
