/** 青山镇: a small made-up township, filled into the empty spreadsheets as somebody would. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { emptyTownship, readFolder } from '../../tools/township/folder'
import { workbookOf } from '../../tools/township/encode'
import { importFile } from '../../tools/township/import'

export const MODEL = path.join(__dirname, '../../seed/data')

/** Rows by sheet, in the order of the headings. */
const ROWS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  部门: [
    ['mz', '民政办', '', '低保、救助', '1号窗口 综合', '0700-5550101', '是'],
    ['zh', '党政办', '', '协调、咨询', '', '0700-5550102', '是'],
  ],
  村: [
    [
      'q1',
      '青山村',
      '否',
      '120',
      '青山村村部',
      '0700-5550201',
      '天天开门',
      '29.1',
      '110.2',
      '是',
      'st-a1',
    ],
    ['q2', '白水村', '否', '80', '白水村村部', '0700-5550202', '天天开门', '', '', '否', 'st-a2'],
  ].map((row) => [...row, ...Array.from({ length: 8 }, () => '是')]),
  人员: [
    ['st-a1', '石大山', '代办员', '', 'q1', '', '代办员', '0700-5550301', 'qs-agent'],
    ['st-a2', '白小溪', '代办员', '', 'q2', '', '代办员', '0700-5550302', ''],
    ['st-c1', '林知青', '民政干部', 'mz', '', '', '干部', '0700-5550303', 'qs-cadre'],
    ['st-c2', '于海', '办事员', 'zh', '', '', '干部、管理员', '0700-5550304', 'qs-admin'],
    ['st-l1', '周正', '镇长', 'zh', '', '', '领导', '0700-5550305', 'qs-leader'],
  ],
  事项: [
    item('MZ-05', '临时救助', '急难救助', 'aid', 'mz'),
    item('QS-01', '借用晒谷场', '晒谷', 'farm', 'zh'),
  ],
  材料: [['MZ-05', 'id-card', '身份证', '原件', '1', '是', '自己准备', '']],
  流程: [
    ['MZ-05', '受理', 'window', '1'],
    ['MZ-05', '发钱', 'department', '5'],
    ['QS-01', '登记', 'village', ''],
  ],
  户: [
    ['q1', '001', '一组', '石家'],
    ['q1', '002', '一组', ''],
    ['q2', '001', '二组', '白家'],
  ],
}

function item(code: string, name: string, alias: string, category: string, department: string) {
  const facts = ['乡里定', '乡村直接办', '否', '6', '', '', '有难处的人', '户口在本镇', '否', '0']
  return [
    code,
    name,
    alias,
    '',
    category,
    department,
    ...facts,
    '否',
    '不收费',
    '发救助金',
    '',
    '',
    '',
    '',
  ]
}

/** Writes the spreadsheet and imports it; the folder of the township's files. */
export async function secondTownship(): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'second-'))
  const file = path.join(folder, '青山镇.xlsx')
  const workbook = workbookOf(emptyTownship(readFolder(MODEL)))
  const town = workbook.getWorksheet('乡')
  for (const [title, value] of Object.entries({
    编号: 'qingshan',
    名称: '青山镇',
    县: '云山县',
    服务站名称: '青山镇便民服务站',
    服务站地址: '青山镇老街1号',
    服务站电话: '0700-5550001',
    服务站时间: '周一至周五',
    大厅名称: '青山镇政务大厅',
    大厅地址: '青山镇老街2号',
    大厅电话: '0700-5550002',
    大厅时间: '周一至周五',
    监督电话: '0700-5550003',
  })) {
    const column = (town?.getRow(1).values as string[]).indexOf(title)
    if (town) town.getRow(2).getCell(column).value = value
  }
  for (const [sheet, rows] of Object.entries(ROWS)) {
    for (const row of rows) workbook.getWorksheet(sheet)?.addRow(row)
  }
  await workbook.xlsx.writeFile(file)
  const seed = path.join(folder, 'seed')
  const { lines, done } = await importFile({
    file,
    seed,
    model: MODEL,
    edition: '2026.12',
    apply: true,
  })
  if (!done) throw new Error(lines.join('\n'))
  return seed
}
