/** Starts the phone: the engine, the registry to which compiled packages register, then the app. */
import { contextOf, setFormBehaviors, installBuiltins, nodeOf } from '../builtin';
import { createWx } from '../wx';
import { animate, clearAnimation } from './query/animate';
import { initialAddress, syncAddress } from './app/address';
import { installCloudClock } from './app/clock';
import { translateStyles } from './css-value';
import type { AppConfig } from '../host';
import { createInspection, type Inspection } from './inspection';
import { Metrics } from './query/metrics';
import { createNativeBehaviors } from './registry/native-behaviors';
import { Packages } from './registry/packages';
import { PageFactory } from './page/page-factory';
import { Phone } from './phone';
import {
  createEnvironment,
  exposeIds,
  exposeOffsets,
  extendInstances,
  setRenderer,
  observeSetData,
} from './platform/engine';
import { fireReadyAfterPaint } from './page/ready';
import { createRegistration, type Registration } from './registry/registration';
import { Registry, type AppDescription } from './registry/registry';
import { reloadOnChange } from './app/reload';
import { loadSettings } from './app/settings';
import { defineWxsConstructor } from './wxs/scope';

declare global {
  interface Window {
    __phone: Registration;
    __lianxin: Inspection;
    wx: object;
  }
}

/** The height of the status bar inside the frame; without a frame, the device shows its own. */
const statusBarHeightPx = 24;

function tabsOf(raw: Record<string, unknown>): AppConfig['tabBar'] {
  const list: unknown = Reflect.get(Object(raw['tabBar']), 'list');
  const text = (tab: object, name: string): string => String(Reflect.get(tab, name) ?? '');
  const tabs = Array.isArray(list) ? list.filter((tab): tab is object => typeof tab === 'object' && tab !== null) : [];
  return tabs.map((tab) => ({
    pagePath: text(tab, 'pagePath'),
    text: text(tab, 'text'),
    iconPath: text(tab, 'iconPath'),
    selectedIconPath: text(tab, 'selectedIconPath'),
  }));
}

const environment = createEnvironment();
const space = environment.createCodeSpace('', true);
const packages = new Packages();
let registerStyle = (path: string, _css: string): void => {
  throw new Error(`${path}: a stylesheet came before the app`);
};
const registry = new Registry({
  space,
  registerStyle: (path, css) => {
    registerStyle(path, css);
  },
  loadPackage: (root) => packages.load(root),
});

function rootOf(route: string): string {
  return registry.app.subpackages.find((subpackage) => subpackage.pages.includes(route))?.root ?? '';
}

function createPhone(app: AppDescription): Phone {
  const search = new URLSearchParams(window.location.search);
  const config: AppConfig = { pages: app.pages, tabBar: tabsOf(app.raw), raw: app.raw };
  const phone: Phone = new Phone({
    config,
    settings: loadSettings(search),
    first: initialAddress(search, config),
    statusBarHeight: window.parent === window ? 0 : statusBarHeightPx,
    createPage: async (address) => {
      const page = await factory.create(address);
      if (page && config.tabBar.some((tab) => tab.pagePath === address.route)) factory.addCustomTabBar(page);
      return page;
    },
    nodes: { nodeOf, contextOf },
  });
  const backend = environment.associateBackend(phone.backend);
  registerStyle = (path, css) => {
    backend.registerStyleSheetContent(path, css);
  };
  const container = phone.phoneScreen.pages;
  const factory = new PageFactory({
    registry,
    space,
    backend,
    container,
    loadPackageOf: (route) => packages.load(rootOf(route)),
  });
  return phone;
}

/** Fetches the package of a component whose placeholder is shown; the engine then replaces the placeholder. */
function loadMissingPackages(phone: Phone): void {
  space.getComponentSpace().setComponentWaitingListener((_isPublic, name) => {
    const root = registry.app.subpackages.find((subpackage) => name.startsWith(`${subpackage.root}/`))?.root ?? '';
    void packages.load(root).then(
      () => {
        for (const used of registry.closureOf(name)) phone.backend.appendStyleSheetPath(used);
        registry.prepare(name);
      },
      (error: unknown) => {
        phone.app.lazyLoadFailed(root, error instanceof Error ? error.message : '');
      },
    );
  });
}

function prepareEngine(phone: Phone): void {
  exposeIds();
  exposeOffsets();
  translateStyles();
  defineWxsConstructor();
  extendInstances({
    animate,
    clearAnimation,
    createSelectorQuery: (component) => phone.queryIn(component),
    getPageId: (component) => phone.pageIdOf(component),
    getTabBar: () => null,
  });
  setRenderer('webview');
  fireReadyAfterPaint(space);
  loadMissingPackages(phone);
  installBuiltins(space.getComponentSpace(), phone);
  registry.behaviors = createNativeBehaviors(space);
  setFormBehaviors(registry.behaviors['wx://form-field'], registry.behaviors['wx://form-field-group']);
}

/** Runs app.js. What it throws is logged, and the pages are opened all the same, as on a phone. */
function runApp(): void {
  try {
    if (registry.hasModule('app')) registry.require('app');
  } catch (error) {
    reportError(error);
  }
}

function boot(phone: Phone): void {
  const metrics = new Metrics((root) => phone.stack.pages.find((page) => page.component === root)?.route ?? root.is);
  observeSetData((component, data) => {
    metrics.record(component, data);
  });
  window.__lianxin = createInspection(phone, metrics, packages);
  window.wx = createWx(phone);
  registry.globals = {
    App: phone.app.define,
    wx: window.wx,
    getApp: () => phone.app.instance,
    getCurrentPages: () => phone.stack.pages.map((page) => page.instance),
  };
  syncAddress(phone);
  runApp();
  const isEager = registry.app.raw['lazyCodeLoading'] !== 'requiredComponents';
  if (isEager) for (const [name, component] of registry.components) if (component.isPage) registry.prepare(name);
  void phone.start(initialAddress(new URLSearchParams(window.location.search), phone.config)).then(async () => {
    await phone.stack.top?.fireReady();
    window.__lianxin.ready = true;
  });
}

installCloudClock();
let phone: Phone | undefined;
window.__phone = createRegistration(registry, {
  started: (app) => {
    phone = createPhone(app);
    prepareEngine(phone);
  },
  loaded: (root) => {
    packages.markLoaded(root);
  },
  boot: () => {
    if (phone) boot(phone);
  },
});
reloadOnChange();
