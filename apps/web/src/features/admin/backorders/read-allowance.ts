export type AllowanceForm = { readonly units: string; readonly leadDays: string }
export type ReadAllowance =
  | { readonly units: number; readonly leadDays: number; readonly errors?: undefined }
  | { readonly errors: { readonly units?: string; readonly leadDays?: string } }

const UNITS_MAX = 100_000
const DAYS_MAX = 730
const whole = (text: string, most: number): number | undefined => {
  const number = /^\d{1,7}$/.test(text.trim()) ? Number(text) : undefined
  return number !== undefined && number <= most ? number : undefined
}

/** What the form says, or what is wrong with each field. */
export const readAllowance = (form: AllowanceForm): ReadAllowance => {
  const [units, leadDays] = [whole(form.units, UNITS_MAX), whole(form.leadDays, DAYS_MAX)]
  if (units !== undefined && leadDays !== undefined) return { units, leadDays }
  return {
    errors: {
      ...(units === undefined ? { units: 'A whole number from 0 to 100,000; 0 allows none.' } : {}),
      ...(leadDays === undefined ? { leadDays: 'Whole days from 0 to 730.' } : {}),
    },
  }
}
