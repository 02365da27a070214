/** The two schools of every exchange: 派出学校 and 受援学校. */
export type Side = 'sending' | 'host'
