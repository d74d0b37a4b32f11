import { phoneServices } from '../builtins/phone-services'
import { askDialog } from '../ui/dialog'
import { button, dom } from '../ui/dom'
import { ApiFailure, promised } from './api'
import { filesFromPerson, type PickedFile } from './files'
import { phoneFetch } from './network'

interface ChooseOptions {
  count?: number
  mediaType?: string[]
}

async function choose(label: string, accept: string, count: number): Promise<PickedFile[]> {
  const files = await filesFromPerson(label, accept, count)
  if (files.length === 0) throw new ApiFailure('cancel')
  return files
}

async function preview({ urls, current }: { urls: string[]; current?: string }): Promise<void> {
  const start = current ? Math.max(0, urls.indexOf(current)) : 0
  const ordered = [...urls.slice(start), ...urls.slice(0, start)]
  await askDialog<void>({
    label: '看图片',
    place: 'center',
    dismissed: undefined,
    build: (close) => [
      ...ordered.map((url) => dom('img', { src: phoneServices().resourceUrl(url, ''), alt: '' })),
      button('关闭', () => close()),
    ],
  })
}

async function openDocument({ filePath }: { filePath: string }): Promise<void> {
  const url = phoneServices().resourceUrl(filePath, '')
  await askDialog<void>({
    label: '打开文件',
    place: 'sheet',
    dismissed: undefined,
    build: (close) => [
      dom('h2', {}, '文件'),
      filePath.startsWith('wxfile:')
        ? dom('a', { href: url, download: filePath.split('/').pop() ?? '' }, '存到电脑上打印')
        : dom('a', { href: url, target: '_blank', rel: 'noopener' }, '在新窗口打开'),
      button('关闭', () => close()),
    ],
  })
}

/** Pictures and files: chosen from the computer, shown in dialogs. */
export function mediaApi(): Record<string, unknown> {
  return {
    chooseMedia: promised('chooseMedia', async ({ count = 9, mediaType }: ChooseOptions) => {
      const accept = mediaType?.includes('video') ? 'image/*,video/*' : 'image/*'
      const files = await choose('拍照或选照片', accept, count)
      return {
        type: 'image',
        tempFiles: files.map(({ path, size, type }) => ({
          tempFilePath: path,
          size,
          fileType: type.startsWith('video') ? 'video' : 'image',
        })),
      }
    }),
    chooseImage: promised('chooseImage', async ({ count = 9 }: ChooseOptions) => {
      const files = await choose('拍照或选照片', 'image/*', count)
      return {
        tempFilePaths: files.map(({ path }) => path),
        tempFiles: files.map(({ path, size }) => ({ path, size })),
      }
    }),
    chooseMessageFile: promised('chooseMessageFile', async ({ count = 1 }: ChooseOptions) => {
      const files = await choose('选聊天里的文件', '*/*', count)
      return { tempFiles: files.map((file) => ({ ...file, time: 0 })) }
    }),
    compressImage: promised('compressImage', ({ src }: { src: string }) => ({ tempFilePath: src })),
    getImageInfo: promised('getImageInfo', async ({ src }: { src: string }) => {
      const image = dom('img', { src: phoneServices().resourceUrl(src, '') })
      await image.decode()
      return { path: src, width: image.naturalWidth, height: image.naturalHeight, type: 'jpeg' }
    }),
    previewImage: promised('previewImage', preview),
    previewMedia: promised(
      'previewMedia',
      ({ sources, current = 0 }: { sources: { url: string }[]; current?: number }) => {
        const urls = sources.map(({ url }) => url)
        return preview({ urls, current: urls[current] })
      },
    ),
    saveImageToPhotosAlbum: promised('saveImageToPhotosAlbum', () => undefined),
    downloadFile: promised('downloadFile', async ({ url }: { url: string }) => {
      const response = await phoneFetch(url)
      const blob = await response.blob()
      return { statusCode: response.status, tempFilePath: URL.createObjectURL(blob) }
    }),
    openDocument: promised('openDocument', openDocument),
  }
}
