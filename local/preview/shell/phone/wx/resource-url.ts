import { cloudFileUrl } from './cloud'

/** Where the browser finds a file that the page named: its own, a chosen one, or the cloud's. */
export function resourceUrl(path: string, from: string): string {
  if (/^(https?:|data:|blob:)|^\/wx\//.test(path)) return path
  if (path.startsWith('cloud://')) return cloudFileUrl(path)
  return `res${new URL(path, `http://phone/${from}`).pathname}`
}
