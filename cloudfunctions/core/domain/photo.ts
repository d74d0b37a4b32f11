/** 照片: what a file must hold to be the photo of a paper. */

/** More than any phone's photo of a page; what is larger was not taken by the mini-program. */
export const MOST_PHOTO_BYTES = 8 * 1024 * 1024

/** So many bytes from the start tell what a file is. */
export const HEAD_BYTES = 12

/** How each kind of photo begins: `[offset, bytes]`. */
const BEGINNINGS: Readonly<Record<string, readonly (readonly [number, readonly number[]])[]>> = {
  jpeg: [[0, [0xff, 0xd8, 0xff]]],
  png: [[0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]]],
  webp: [
    [0, [0x52, 0x49, 0x46, 0x46]],
    [8, [0x57, 0x45, 0x42, 0x50]],
  ],
  // Apple's phones; the letters after `ftyp` name the variant.
  heic: [[4, [0x66, 0x74, 0x79, 0x70]]],
}

/** A stored file: its size, and its first `HEAD_BYTES`. */
export interface FileHead {
  readonly bytes: number
  readonly head: Uint8Array
}

/** Why a file cannot be handed in, in words for the person; null when it can. */
export function photoFault(file: FileHead | null): string | null {
  if (!file || file.bytes === 0) return '照片没传好，请重新拍一张。填的都还在。'
  if (file.bytes > MOST_PHOTO_BYTES) {
    return '照片太大，传不了。请重新拍一张，不要选“原图”。填的都还在。'
  }
  const isPhoto = Object.values(BEGINNINGS).some((parts) =>
    parts.every(([at, bytes]) => bytes.every((byte, n) => file.head[at + n] === byte)),
  )
  return isPhoto ? null : '这个文件不是照片，请重新拍一张。填的都还在。'
}
