//! Operators between operands.

use super::{Code, INDENT, Place, first_width, is_flat, width};

pub(super) fn write(left: &Code, sign: &str, right: &Code, place: Place) -> Option<String> {
    let mut operands = Vec::new();
    flatten(left, sign, &mut operands);
    operands.push(right);
    one_line(&operands, sign, place).or_else(|| lines(&operands, sign, place))
}

/// The operands of a chain of the same operator.
fn flatten<'a>(code: &'a Code, sign: &str, operands: &mut Vec<&'a Code>) {
    match code {
        Code::Binary(left, other, right) if *other == sign => {
            flatten(left, sign, operands);
            operands.push(right);
        }
        operand => operands.push(operand),
    }
}

fn one_line(operands: &[&Code], sign: &str, place: Place) -> Option<String> {
    let (last, before) = operands.split_last()?;
    let mut text = String::new();
    for (index, operand) in before.iter().enumerate() {
        let at = if index == 0 { place } else { below(place, sign)? };
        let written = super::write(operand, at).filter(|written| is_flat(written))?;
        text.extend([written.as_str(), " ", sign, " "]);
    }
    let taken = width(&text);
    let written = super::write(last, place.behind(taken)?)?;
    let opens_badly = !is_flat(&written) && (written.starts_with('(') || taken > INDENT);
    text.push_str(&written);
    if !place.manner.lenient && (opens_badly || first_width(&text) > place.width) {
        return None;
    }
    place.fitting(text)
}

fn lines(operands: &[&Code], sign: &str, place: Place) -> Option<String> {
    let (first, rest) = operands.split_first()?;
    let below = below(place, sign)?;
    let mut text = super::write(first, place)?;
    for operand in rest {
        let written = super::write(operand, below)?;
        text.extend(["\n", &" ".repeat(below.indent), sign, " ", &written]);
    }
    Some(text)
}

fn below(place: Place, sign: &str) -> Option<Place> {
    place.nested(INDENT).before(place.overhead())?.behind(sign.len() + 1)
}
