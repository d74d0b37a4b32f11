/** Photos of papers. */
import { CallError, OFFLINE } from './call'
import { newRequestId } from './request-id'

export interface Photo {
  /** Where the phone has it. */
  readonly path: string
  readonly size: number
}

/** Takes or chooses one photo; null when the person changed their mind. */
export async function takePhoto(): Promise<Photo | null> {
  try {
    const { tempFiles } = await wx.chooseMedia({
      count: 1,
      mediaType: ['image'],
      sizeType: ['compressed'],
      sourceType: ['camera', 'album'],
    })
    const file = tempFiles[0]
    return file ? { path: file.tempFilePath, size: file.size } : null
  } catch (error) {
    const { errMsg = '' } = error as { errMsg?: string }
    if (errMsg.includes('cancel')) return null
    throw new CallError('NO_CAMERA', '相机没打开。可以换一张相册里的照片，或者选“自己带”。')
  }
}

/** Sends a photo to the cloud and answers its file id; the same name again replaces it. */
export async function uploadPhoto(path: string, name = newRequestId()): Promise<string> {
  const suffix = /\.(jpe?g|png|webp|heic)$/i.exec(path)?.[0] ?? '.jpg'
  try {
    const { fileID } = await wx.cloud.uploadFile({
      cloudPath: `papers/${name}${suffix.toLowerCase()}`,
      filePath: path,
    })
    if (fileID) return fileID
  } catch {
    // told below, whatever the reason: the photo is kept
  }
  throw new CallError(OFFLINE, '网断了，照片没传上去，先存在手机里。', true)
}
