import { LOCAL_ENV_ID } from '../functions/environment'
import { GatewayError } from '../gateway/gateway-error'

const FILE_ID_PREFIX = `cloud://${LOCAL_ENV_ID}.local-bucket/`
const LONGEST_PATH_BYTES = 850

/**
 * A cloud path as production takes it: relative, without empty, `.` or `..` parts, and without
 * characters that the SDK would leave unescaped in an address.
 */
export function checkCloudPath(path: string): string {
  const parts = path.split('/')
  const wrong =
    Buffer.byteLength(path) > LONGEST_PATH_BYTES ||
    // eslint-disable-next-line no-control-regex -- control characters are what is refused
    /[\\?#%\u0000-\u001f\u007f]/.test(path) ||
    parts.some((part) => part === '' || part === '.' || part === '..')
  if (wrong) throw new GatewayError('INVALID_PARAM', `invalid cloud path: ${JSON.stringify(path)}`)
  return path
}

export function fileIdOf(path: string): string {
  return FILE_ID_PREFIX + path
}

/** The path in a file id of this environment; null for any other text. */
export function pathOfFileId(fileId: unknown): string | null {
  if (typeof fileId !== 'string' || !fileId.startsWith(FILE_ID_PREFIX)) return null
  try {
    return checkCloudPath(fileId.slice(FILE_ID_PREFIX.length))
  } catch {
    return null
  }
}
