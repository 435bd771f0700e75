// What a lesson's page does once its text is there.
import { goToFigure } from '../../components/figures/frame/go-to-figure.ts';
import { followReading } from '../progress/follow-reading.ts';
import { layOutAhead } from './lay-out.ts';
import { markPresentSection } from './present-section.ts';

const article = document.querySelector<HTMLElement>('article[data-lesson]');
const prose = document.querySelector<HTMLElement>('.prose');
const nav = document.querySelector<HTMLElement>('.section-nav');
goToFigure();
if (article) followReading(article);
if (prose) layOutAhead(prose);
if (nav) markPresentSection(nav);
