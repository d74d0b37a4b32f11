import { phoneSettings } from '../phone-settings'
import { ApiFailure, promised } from './api'
import { phoneFetch } from './network'
import { cloudFileUrl, resourceUrl } from './resource-url'
import { loudAboutUnknown } from './unknown-calls'

interface CallAnswer {
  result?: unknown
  error?: { code: string; message: string }
}

const sendJson = (path: string, body: object): Promise<Response> =>
  phoneFetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

async function callFunction({ name, data = {} }: { name: string; data?: object }): Promise<object> {
  const response = await sendJson('/wx/call', { openid: phoneSettings().openid, name, data })
  const answer = (await response.json().catch(() => ({}))) as CallAnswer
  if (!response.ok || answer.error) {
    const { code = String(response.status), message = response.statusText } = answer.error ?? {}
    throw new ApiFailure(`Error: functions execute fail | ${code} ${message}`, { errCode: -504002 })
  }
  return { result: answer.result, requestID: response.headers.get('x-request-id') ?? 'local' }
}

async function uploadFile(file: { cloudPath: string; filePath: string }): Promise<object> {
  const content = await fetch(resourceUrl(file.filePath, '')).then((response) => response.blob())
  const query = new URLSearchParams({ openid: phoneSettings().openid, cloudPath: file.cloudPath })
  const response = await phoneFetch(`/wx/upload?${query}`, {
    method: 'POST',
    headers: { 'content-type': content.type || 'application/octet-stream' },
    body: content,
  })
  if (!response.ok) {
    throw new ApiFailure(`/wx/upload 回答 ${response.status}，文件没有存下`, { errCode: -1 })
  }
  const { fileID } = (await response.json()) as { fileID?: string }
  if (!fileID) throw new ApiFailure('/wx/upload 没有给 fileID，文件没有存下', { errCode: -1 })
  return { fileID, statusCode: response.status }
}

/** `wx.cloud`: calls and files go to the local cloud over HTTP. */
export function cloudApi(): Record<string, unknown> {
  const cloud: Record<string, unknown> = {
    init: () => undefined,
    callFunction: promised('cloud.callFunction', callFunction),
    uploadFile: promised('cloud.uploadFile', uploadFile),
    downloadFile: promised('cloud.downloadFile', async ({ fileID }: { fileID: string }) => {
      const response = await phoneFetch(cloudFileUrl(fileID))
      if (!response.ok) throw new ApiFailure(`${fileID} 不在云里`, { errCode: -1 })
      const tempFilePath = URL.createObjectURL(await response.blob())
      return { tempFilePath, statusCode: response.status }
    }),
    getTempFileURL: promised(
      'cloud.getTempFileURL',
      ({ fileList }: { fileList: (string | { fileID: string })[] }) => ({
        fileList: fileList.map((file) => {
          const fileID = typeof file === 'string' ? file : file.fileID
          return { fileID, tempFileURL: cloudFileUrl(fileID), status: 0, errMsg: 'ok' }
        }),
      }),
    ),
  }
  return { cloud: loudAboutUnknown('wx.cloud', cloud) }
}
