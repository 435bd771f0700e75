// The typefaces of what a reader sees first: fetched before the style sheet asks for them.
import mathItalic from '../styles/fonts/math-math-italic.woff2?url';
import math from '../styles/fonts/math-main-regular.woff2?url';
import sans from '../styles/fonts/sans.woff2?url';
import serif from '../styles/fonts/serif.woff2?url';
import display from '../styles/fonts/serif-display.woff2?url';
import italic from '../styles/fonts/serif-italic.woff2?url';

export const textFaces = [serif, display, sans];

/** Formulas and stress: behind what the first picture waits for, and early enough not to lay out the page again. */
export const lessonFaces = [italic, mathItalic, math];
