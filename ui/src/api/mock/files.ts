// Invented answers to files: a roster with faults, and PDFs known by their names.
import type { RosterPreview, Verification } from '../generated'

export function roster(file_name: string): RosterPreview {
  return {
    token: 'roster-1', file_name, rows: 6, accepted: 3, warned: 1, refused: 2, unchanged: 1,
    columns: [
      { column: 'A', heading: '姓名', field: '姓名' },
      { column: 'B', heading: '性别', field: '性别' },
      { column: 'C', heading: '身份证号', field: '证件号码' },
      { column: 'D', heading: '学科', field: '任教学科' },
      { column: 'E', heading: '职务', field: null },
    ],
    problems: [
      { sheet: '名册', row: 4, column: '身份证号', level: 'refused', message: '身份证号末三位为 000，可能被 Excel 改动，请改成文本格式后重填' },
      { sheet: '名册', row: 5, column: '姓名', level: 'refused', message: '缺少姓名' },
      { sheet: '名册', row: 7, column: '出生日期', level: 'warned', message: '出生日期与身份证号不一致，请核对' },
    ],
    teachers: [
      { row: 2, name: '程未央', sex: 'female', birth_date: '1990-03-12', id_number_masked: '999999********2222', subject: '语文', title: '一级教师', joined_school_on: null, backbone: '', action: 'add' },
      { row: 3, name: '顾南星', sex: 'male', birth_date: '1979-02-11', id_number_masked: '999999********1111', subject: '数学', title: '高级教师', joined_school_on: null, backbone: '', action: 'update' },
      { row: 6, name: '陈望舒', sex: 'female', birth_date: '1978-01-10', id_number_masked: '999999********1000', subject: '语文', title: '一级教师', joined_school_on: null, backbone: '', action: 'unchanged' },
      { row: 7, name: '温故里', sex: null, birth_date: null, id_number_masked: '', subject: '', title: '', joined_school_on: null, backbone: '', action: 'add' },
    ],
  }
}

export function verification(name: string): Verification {
  const signature = (side: 'host' | 'sending', is_intact: boolean, covers: boolean) => ({
    field: side, signer: side === 'host' ? '云溪县白鹭湾希望小学' : '云溪县青枫镇中心小学', side, signed_at: '2026-06-25T08:30:00Z', is_intact, is_trusted: true, covers_whole_file: covers, says: '',
  })
  if (name.includes('改')) return { status: 'changed', says: '这份文件在签章之后被改动过，不能作为依据。', is_archived: false, is_current: true, signatures: [signature('host', false, false)] }
  if (name.includes('无')) return { status: 'unsigned', says: '这份文件没有电子签章，无法判断是否被改动。', is_archived: false, is_current: true, signatures: [] }
  if (name.includes('旧')) return { status: 'intact', says: '文件完好：签名有效。此后另出了ZM-2025-0002，请以新的为准。', is_archived: true, is_current: false, signatures: [signature('host', true, false), signature('sending', true, true)] }
  return { status: 'intact', says: '两校签章都完好，签章后没有被改动。', is_archived: false, is_current: true, signatures: [signature('host', true, false), signature('sending', true, true)] }
}
