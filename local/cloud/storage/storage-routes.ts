import { extname } from 'node:path'
import type { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { asBody, requiredText } from '../gateway/body-fields'
import { GatewayError } from '../gateway/gateway-error'
import type { FileStore } from './file-store'
import type { SignedUrls } from './signed-url'
import { checkCloudPath, fileIdOf } from './stored-path'

const UPLOAD_LIMIT = 50 * 1024 * 1024

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.pdf': 'application/pdf',
  '.mp3': 'audio/mpeg',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

/**
 * Where the bytes of files come in and go out, by addresses the gateway has signed; and
 * `/wx/upload`, what `wx.cloud.uploadFile` does for a mini-program.
 */
export async function addStorageRoutes(
  app: FastifyInstance,
  { files, urls }: { files: FileStore; urls: SignedUrls },
): Promise<void> {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload))

    scope.put('/storage/*', { bodyLimit: UPLOAD_LIMIT }, async (request, reply) => {
      const path = signedPath('PUT', request.params, request.query)
      await files.write(path, (request.body as Readable | undefined) ?? request.raw)
      return reply.code(200).send('')
    })

    scope.post('/wx/upload', { bodyLimit: UPLOAD_LIMIT }, async (request) => {
      const path = checkCloudPath(requiredText(asBody(request.query, 'query'), 'cloudPath'))
      await files.write(path, (request.body as Readable | undefined) ?? request.raw)
      return { fileID: fileIdOf(path), statusCode: 200 }
    })

    scope.get('/storage/*', async (request, reply) => {
      const path = signedPath('GET', request.params, request.query)
      if (!files.has(path)) throw new GatewayError('STORAGE_FILE_NONEXIST', '没有这个文件', 404)
      void reply
        .header('content-length', files.size(path))
        .header('x-content-type-options', 'nosniff')
        .type(CONTENT_TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream')
      return reply.send(files.read(path))
    })
  })

  function signedPath(method: 'GET' | 'PUT', params: unknown, query: unknown): string {
    const path = checkCloudPath((params as { '*': string })['*'])
    if (!urls.accepts(method, path, query as { t?: string; sign?: string })) {
      throw new GatewayError('SIGNATURE_EXPIRED', '文件地址不对或者已经过期，请重新获取', 403)
    }
    return path
  }
}
