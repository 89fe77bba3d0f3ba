/** Set before the length of every message of an Arrow IPC stream; a length of 0 ends the stream. */
const CONTINUATION = 0xffffffff;
const END = Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0);

/** Kinds of messages, as Arrow numbers them. */
const RECORD_BATCH = 3;

interface Message {
	readonly first: number;
	readonly end: number;
	readonly kind: number;
}

/**
 * An Arrow IPC stream as several: the schema with one record batch each, in order, made when they are asked for. An
 * engine that takes them one after the other never holds a second copy of all rows. A stream of one batch, one with
 * dictionaries, which later batches refer to, and bytes that are no stream come whole.
 */
export function* arrowParts(stream: Uint8Array): Generator<Uint8Array<ArrayBuffer>> {
	const [schema, ...batches] = messagesOf(stream);
	if (!schema || batches.length < 2 || batches.some(({ kind }) => kind !== RECORD_BATCH)) {
		yield stream.slice();
		return;
	}
	for (const batch of batches) yield streamOf(stream, [schema, batch]);
}

/** Streams of the same schema as one of all their batches: its bytes in pieces, as the streams come. */
export function* joinedArrow(streams: Iterable<Uint8Array>): Generator<Uint8Array> {
	let isFirst = true;
	for (const stream of streams) {
		const messages = messagesOf(stream);
		for (const { first, end } of isFirst ? messages : messages.slice(1)) {
			yield stream.subarray(first, end);
		}
		isFirst = false;
	}
	yield END;
}

function streamOf(stream: Uint8Array, messages: readonly Message[]): Uint8Array<ArrayBuffer> {
	const length = messages.reduce((sum, { first, end }) => sum + end - first, END.length);
	const part = new Uint8Array(length);
	let at = 0;
	for (const { first, end } of messages) {
		part.set(stream.subarray(first, end), at);
		at += end - first;
	}
	part.set(END, at);
	return part;
}

/** Where each message lies; those before the first thing that is none. */
function messagesOf(stream: Uint8Array): Message[] {
	const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
	const messages: Message[] = [];
	for (let first = 0; first + 8 <= stream.length;) {
		const length = view.getInt32(first + 4, true);
		if (view.getUint32(first, true) !== CONTINUATION || length <= 0) break;
		const { kind, body } = headOf(view, first + 8);
		const end = first + 8 + length + body;
		messages.push({ first, end, kind });
		first = end;
	}
	return messages;
}

/** Kind and length of the body, from a message's table (FlatBuffers): fields 1 and 3. */
function headOf(view: DataView, at: number): { kind: number; body: number } {
	const table = at + view.getUint32(at, true);
	const fields = table - view.getInt32(table, true);
	const size = view.getUint16(fields, true);
	const placeOf = (field: number): number => {
		const entry = 4 + 2 * field;
		const offset = entry < size ? view.getUint16(fields + entry, true) : 0;
		return offset === 0 ? 0 : table + offset;
	};
	const [kind, body] = [placeOf(1), placeOf(3)];
	return {
		kind: kind === 0 ? 0 : view.getUint8(kind),
		body: body === 0 ? 0 : Number(view.getBigInt64(body, true))
	};
}
