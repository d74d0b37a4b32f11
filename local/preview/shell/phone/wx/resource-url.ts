/** Where the browser gets a file of the cloud. */
export const cloudFileUrl = (fileId: string): string =>
  `/wx/file?${new URLSearchParams({ id: fileId })}`

/** How the paths of kept files begin; they are kept in the browser's storage under this name. */
export const SAVED_FILES = 'wxfile://store/'

/** Files that the mini-program wrote, as long as the page lives: where the browser has each. */
export const writtenFiles = new Map<string, string>()

/** Where the browser finds a file that the page named: its own, a chosen one, or the cloud's. */
export function resourceUrl(path: string, from: string): string {
  if (/^(https?:|data:|blob:)|^\/wx\//.test(path)) return path
  if (path.startsWith(SAVED_FILES)) return localStorage.getItem(path) ?? 'data:,'
  const written = writtenFiles.get(path)
  if (written !== undefined) return written
  if (path.startsWith('cloud://')) return cloudFileUrl(path)
  return `res${new URL(path, `http://phone/${from}`).pathname}`
}
