import { askDialog } from '../ui/dialog'
import { button, dom } from '../ui/dom'

/** A file the person gave; `path` is a blob URL, which stands for WeChat's temporary path. */
export interface PickedFile {
  path: string
  name: string
  size: number
  type: string
}

const picked = new Map<string, PickedFile>()

export const pickedFile = (path: string): PickedFile | undefined => picked.get(path)

function keep(file: Blob, name: string): PickedFile {
  const entry = { path: URL.createObjectURL(file), name, size: file.size, type: file.type }
  picked.set(entry.path, entry)
  return entry
}

/** Asks for files: from the computer, or a made-up photo for a quick try. */
export function filesFromPerson(
  label: string,
  accept: string,
  count: number,
): Promise<PickedFile[]> {
  return askDialog<PickedFile[]>({
    label,
    place: 'sheet',
    dismissed: [],
    build: (close) => {
      const field = dom('input', {
        type: 'file',
        accept,
        multiple: count > 1,
        'aria-label': `${label}：选文件`,
      })
      field.addEventListener('change', () => {
        const files = [...(field.files ?? [])].slice(0, count)
        close(files.map((file) => keep(file, file.name)))
      })
      return [
        dom('h2', {}, label),
        field,
        button('用一张示例照片', () => void samplePhoto().then((photo) => close([photo]))),
        button('取消', () => close([])),
      ]
    },
  })
}

export async function fileFromPerson(
  label: string,
  accept: string,
): Promise<PickedFile | undefined> {
  return (await filesFromPerson(label, accept, 1))[0]
}

async function samplePhoto(): Promise<PickedFile> {
  const canvas = dom('canvas', { width: '640', height: '400' })
  const paint = canvas.getContext('2d')
  if (paint) {
    paint.fillStyle = '#e2f0e6'
    paint.fillRect(0, 0, 640, 400)
    paint.fillStyle = '#1a6a4a'
    paint.font = '48px sans-serif'
    paint.fillText('示例照片', 220, 215)
  }
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg'))
  return keep(blob ?? new Blob(), 'sample.jpg')
}
