export { visible, type Visibility } from './visibility.js';
