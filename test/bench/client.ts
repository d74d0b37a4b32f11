/** `npm run bench -- client`: sizes of the packages, and how long a keystroke of the search takes. */
import { LIMITS, packageSizes, sumOf } from '../support/client-size'
import { searchTimes } from '../support/search-times'

async function main(): Promise<void> {
  const sizes = await packageSizes()
  const kb = (bytes: number) => Number((bytes / 1024).toFixed(1))
  console.table(
    Object.fromEntries(
      sizes.map(({ name, bytes, files }) => [
        name,
        { KB: kb(bytes), 文件: files, 上限: name === 'main' ? LIMITS.main : '' },
      ]),
    ),
  )
  console.log(`合计 ${String(kb(sumOf(sizes)))} KB，上限 ${String(LIMITS.all)} KB`)
  const { median, p99, keystrokes } = searchTimes()
  console.log(
    `找事 ${String(keystrokes)} 次按键：中位 ${median.toFixed(3)} 毫秒，99% 在 ${p99.toFixed(3)} 毫秒内；` +
      `慢四倍的手机约 ${(median * 4).toFixed(2)} / ${(p99 * 4).toFixed(2)} 毫秒`,
  )
}

void main()
