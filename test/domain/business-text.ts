/** The least a business must write, to which a test adds what it is about. */
import { BusinessError, parseBusiness } from '../../domain/business';

export const LEAST = `name: Riverside Hotel
languages: [en, vi]
timezone: Asia/Ho_Chi_Minh
hours: { mon-fri: "08:00-20:00", sat: "09:00-17:00", sun: closed }
`;

export const business = (more = '') => parseBusiness(LEAST + more, 'business.yaml');

/** What is wrong with the text, one line each. */
export function refusals(yamlText: string): string[] {
  try {
    parseBusiness(yamlText, 'business.yaml');
  } catch (error) {
    if (error instanceof BusinessError) return error.message.split('\n');
    throw error;
  }
  return [];
}
