import { Component, DoCheck, ElementRef, OnInit, ViewChild } from '@angular/core';
import type { ErrorDetail, FilterDetail, LoadDetail } from 'learner-elements';
import { locale } from 'learner-elements/dist/locales/ar.js';
import { signOut } from './sign-out';

/** An exploration as the handler of the dashboard lists it. */
interface Exploration {
  id: string;
  title: string;
  num_views: number;
  num_open_threads: number;
}

/** What Oppia's handlers put before their JSON. */
const XSSI_PREFIX = ")]}'\n";

/** The creator's dashboard page: figures on top, tabs, a card for each exploration, the whole report on a tab of its own. */
@Component({ selector: 'app-creator-dashboard', templateUrl: './creator-dashboard.component.html' })
export class CreatorDashboardComponent implements DoCheck, OnInit {
  readonly src = '/creatordashboardhandler/data';
  readonly report = 'Stats report';
  readonly tabs = ['My explorations', 'My collections', 'My subscriptions', this.report];

  explorations: readonly Exploration[] = [];
  language = 'en';
  direction = 'ltr';
  tab = this.tabs[0];
  rows?: number;
  filter = 'none';
  error = 'none';
  session = 'open';

  private checks = 0;

  @ViewChild('counter', { static: true }) counter!: ElementRef<HTMLElement>;

  /** The page asks for its own list, as Oppia's does. */
  async ngOnInit(): Promise<void> {
    const body = await (await fetch(this.src)).text();
    this.explorations = JSON.parse(body.slice(XSSI_PREFIX.length)).explorations_list;
  }

  /** Counts change detections where no binding can see it, so that counting causes none. */
  ngDoCheck(): void {
    this.checks += 1;
    if (this.counter) this.counter.nativeElement.textContent = String(this.checks);
  }

  onFilter(event: Event): void {
    const { field, in: values, range } = (event as CustomEvent<FilterDetail>).detail;
    this.filter = values || range ? `${field}: ${(values || range || []).join(', ')}` : 'none';
  }

  onLoad(event: Event): void {
    this.rows = (event as CustomEvent<LoadDetail>).detail.rows;
  }

  onError(event: Event): void {
    this.error = (event as CustomEvent<ErrorDetail>).detail.code;
  }

  signOut(): void {
    void signOut(() => (this.session = 'closed'));
  }

  /** A bundle of webpack 4 knows no folder of texts, so the page hands those of the language over. */
  switchLanguage(): void {
    const arabic = this.language === 'en';
    if (arabic) window.LearnerElements.configure({ strings: { ar: locale.texts } });
    this.language = arabic ? 'ar' : 'en';
    this.direction = arabic ? 'rtl' : 'ltr';
  }
}
