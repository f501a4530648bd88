import { isSystemError } from '@/lib/system-error';

/** Decodes UTF-8 bytes and removes a byte order mark; undefined if the bytes are not UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (isSystemError(error, 'ERR_ENCODING_INVALID_ENCODED_DATA')) return undefined;
    throw error;
  }
}
