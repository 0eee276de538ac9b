import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import canonicalize from 'canonicalize'
import { invariant } from './assert.js'

/** `sha256:` and the SHA-256, in hexadecimal, of a value's canonical JSON (RFC 8785): equal data, equal digest, on any machine. */
export function digestOf(value: unknown): string {
  const text = canonicalize(value)
  invariant(text !== undefined, 'only JSON data has a digest')
  return `sha256:${bytesToHex(sha256(utf8ToBytes(text)))}`
}
