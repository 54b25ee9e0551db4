import { describe, expect, it } from '@jest/globals';
import { DateScalar, DateTimeScalar, UuidScalar } from './scalars.js';

describe('Date', () => {
  it('takes a real day', () => {
    expect(DateScalar.parseValue('2024-02-29')).toBe('2024-02-29');
  });

  it.each([
    '2026-02-30',
    '2026-13-01',
    '0000-01-01',
    'infinity',
    'tomorrow',
    '2026',
    '20260101',
    '2026-W05',
    20260101,
    null,
  ])('refuses %p without repeating it', (value) => {
    expect(() => DateScalar.parseValue(value)).toThrow('Verwacht wordt een bestaande dag als JJJJ-MM-DD.');
  });
});

describe('DateTime', () => {
  it('brings every zone to UTC', () => {
    expect(DateTimeScalar.parseValue('2026-11-01T09:30:00+01:00')).toBe('2026-11-01T08:30:00.000Z');
  });

  it.each([
    '2026-11-01T09:30:00',
    '2026-11-01',
    '2026-11-01T09:30:60Z',
    '2026-11-01T25:00:00Z',
    '2026-11-01T09:30:00+99:00',
    '9999-12-31T00:00:00Z',
  ])('refuses %p', (value) => {
    expect(() => DateTimeScalar.parseValue(value)).toThrow('Verwacht wordt een moment');
  });
});

describe('UUID', () => {
  it('lower-cases, so that equal ids are equal text', () => {
    expect(UuidScalar.parseValue('0B0F7C52-0D3C-4D5E-9C51-0A5F0C7E1A11')).toBe(
      '0b0f7c52-0d3c-4d5e-9c51-0a5f0c7e1a11',
    );
  });

  it.each([
    '{0b0f7c52-0d3c-4d5e-9c51-0a5f0c7e1a11}',
    'urn:uuid:0b0f7c52-0d3c-4d5e-9c51-0a5f0c7e1a11',
    '1 or 1=1',
    '',
    7,
  ])('refuses %p', (value) => {
    expect(() => UuidScalar.parseValue(value)).toThrow('Verwacht wordt een UUID.');
  });
});
