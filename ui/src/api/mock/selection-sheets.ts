// Quotas, the dispatch-quality sheet, and pasted rows; invented.
import type { Dispatch, Pasted, PastedRow, Quota, QuotaCheck } from '../generated'

const line = (given: Partial<QuotaCheck> & { rule: string; name: string; message: string }): QuotaCheck => ({
  policy: 'P3', bound: 'at_least', numerator: 1, denominator: null, required_heads: null, most_heads: null, met: null, only_warns: false, ...given,
})

export function quota(isFrozen: boolean): Quota {
  return {
    year: '2025-2026', policy_name: '县级 交流轮岗调配管理实施办法', is_frozen: isFrozen, n_eligible: 4, n_exchanged: 1,
    checks: [
      line({ rule: 'R403', name: '交流人数占符合条件教师', denominator: 4, required_heads: 1, met: true, message: '交流/符合条件：1/4 = 25.0% ≥ 10%，至少1人' }),
      line({ rule: 'R404', name: '名师和中高级教师占交流教师', denominator: 1, required_heads: 1, met: true, message: '其中/交流：1/1 = 100.0% ≥ 30%，至少1人' }),
      line({ rule: 'R405', name: '班子成员交流', bound: 'at_most', numerator: 2, denominator: 4, required_heads: 1, met: false, message: '班子交流/班子：2/4 = 50.0% > 30%，至多1人' }),
      line({ rule: 'R410', name: '聘原学校教师的比例', bound: 'at_least', denominator: 8, message: '制度未规定/待填写' }),
      line({ rule: 'R413', name: '流动比例逐步扩大', bound: 'shown', denominator: 8, message: '本学年1人，上学年没有记录' }),
      line({ rule: 'R407', policy: 'P8', name: '骨干教师占交流教师', numerator: 0, denominator: 1, required_heads: 1, met: false, only_warns: true, message: '其中/交流：0/1 = 0.0% < 20%，至少1人，还差1人' }),
    ],
  }
}

export const dispatch: Dispatch = {
  shares: (
    [['高级及以上职称', 0, 1, 18], ['中级职称', 1, 4, 58], ['骨干教师', 1, 3, 25], ['市级及以上骨干', 0, 1, 1], ['主科教师', 1, 3, null], ['35周岁及以下', 0, 0, null], ['到本校不满一年', 0, 0, null]] as const
  ).map(([name, sent, own, sample_pct]) => ({
    name, sent, of_sent: 1, sent_pct: `${sent * 100}.0`, own, of_own: 8, own_pct: (own * 12.5).toFixed(1), sample_pct,
  })),
  doubts: [{ name: '顾南星', message: '现无课时任务' }],
}

export const COLUMNS: Record<string, string[]> = {
  need: ['学校', '学科', '年级', '人数', '要求', '紧急程度', '学期'],
  exemption: ['姓名', '类别', '申请日期', '证明', '验看日期', '验看人', '同意文号', '同意日期'],
  candidate: ['姓名', '渠道', '意向校1', '意向校2', '意向校3', '专长', '批次', '申请日期'],
}

/** A row whose first cell is no known name is refused. */
export function readPasted(kind: Pasted['kind'], text: string, known: string[]): Pasted {
  const columns = COLUMNS[kind] ?? []
  const lines = text.split('\n').filter((each) => each.trim())
  const rows: PastedRow[] = lines
    .filter((each, index) => index > 0 || each.split('\t')[0] !== columns[0])
    .map((each, index) => {
      const cells = each.split('\t')
      const isKnown = known.some((name) => name && name === cells[0]?.trim())
      return { row: index + 1, text: cells.join(' '), action: isKnown ? 'add' : 'refused', problems: isKnown ? [] : [`${columns[0]}：没有找到“${cells[0]}”，请先登记`] }
    })
  const refused = rows.filter((row) => row.action === 'refused').length
  return { token: 'paste-1', kind, columns, accepted: rows.length - refused, refused, rows }
}
