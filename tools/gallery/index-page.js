/* Shows what all four choices allow; the choices stand in the address, so that it can be handed on. */
const choices = [...document.querySelectorAll('select')];
const asked = new URLSearchParams(location.hash.slice(1));
for (const choice of choices) choice.value = asked.get(choice.name) ?? '';

function show() {
  const wanted = choices.filter(({ value }) => value !== '');
  for (const figure of document.querySelectorAll('figure'))
    figure.hidden = wanted.some(({ name, value }) => figure.dataset[name] !== value);
  for (const section of document.querySelectorAll('section'))
    section.hidden = section.querySelector('figure:not([hidden])') === null;
  location.hash = new URLSearchParams(wanted.map(({ name, value }) => [name, value])).toString();
}
for (const choice of choices) choice.addEventListener('change', show);
show();
