/** Photos for tests: the smallest beginnings that say what they are. */
import type { LocalCloud } from './local-cloud'

export const JPEG = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex')
export const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')

/** A photo that every fresh cloud holds. */
export const PHOTO = 'cloud://local.local-bucket/papers/photo.jpg'

/** As a phone sends a photo; answers its file id. */
export async function uploadPhoto(
  { url }: LocalCloud,
  name: string,
  content: Buffer = JPEG,
): Promise<string> {
  const query = new URLSearchParams({ openid: 'demo-villager-1', cloudPath: `papers/${name}` })
  const response = await fetch(`${url}/wx/upload?${query.toString()}`, {
    method: 'POST',
    headers: { 'content-type': 'image/jpeg' },
    body: new Uint8Array(content),
  })
  return ((await response.json()) as { fileID: string }).fileID
}
