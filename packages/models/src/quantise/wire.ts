import protobuf from 'protobufjs';

/** A field of a protobuf message, as it lies in the file. */
export interface WireField {
  /** Its number in the schema. */
  readonly id: number;
  /** All of it: the tag, the length where there is one, and the content. */
  readonly bytes: Uint8Array;
  /** The content of a string, a list of bytes or a message; absent for a plain number. */
  readonly content?: Uint8Array;
}

/** The low bits of a tag give the wire type; 2 is a content with its length before it. */
const WIRE_TYPE_BITS = 3;
const WIRE_TYPE_MASK = 7;
const LENGTH_DELIMITED = 2;

/** The fields of a message, in the order of the file, whether a schema knows them or not. */
export function readFields(message: Uint8Array): WireField[] {
  const reader = protobuf.Reader.create(message);
  const fields: WireField[] = [];
  while (reader.pos < reader.len) {
    const start = reader.pos;
    const tag = reader.uint32();
    const id = tag >>> WIRE_TYPE_BITS;
    if ((tag & WIRE_TYPE_MASK) === LENGTH_DELIMITED) {
      const content = reader.bytes();
      fields.push({ id, content, bytes: message.subarray(start, reader.pos) });
    } else {
      reader.skipType(tag & WIRE_TYPE_MASK);
      fields.push({ id, bytes: message.subarray(start, reader.pos) });
    }
  }
  return fields;
}

/** The bytes of a field whose content has its length before it. */
export function writeField(id: number, content: Uint8Array): Uint8Array {
  const tag = (id << WIRE_TYPE_BITS) | LENGTH_DELIMITED;
  return protobuf.Writer.create().uint32(tag).bytes(content).finish();
}

/** Bytes one after another. */
export function join(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
