//! Strings that are made of parts.

use hcl_edit::template::{Directive, Element, Strip, Template};

use super::Writer;
use super::scope::{Binding, Scope};
use crate::program::{Expression, Part, Raw};

impl Writer<'_> {
    /// A template; `is_text` if it is a string even where it is nothing but one value.
    pub(super) fn template(&mut self, scope: Scope<'_>, template: &Template, is_text: bool) -> Expression {
        if !is_text && let Some(Element::Interpolation(only)) = template.as_single_element() {
            return self.expression(scope, &only.expr);
        }
        let mut parts: Vec<Part> = Vec::new();
        let mut strip_next = false;
        for element in template {
            match element {
                Element::Literal(text) => {
                    let text = if strip_next { text.trim_start() } else { text.as_str() };
                    parts.push(Part::Text(text.to_owned()));
                }
                Element::Interpolation(value) => {
                    if strips_before(value.strip)
                        && let Some(Part::Text(text)) = parts.last_mut()
                    {
                        text.truncate(text.trim_end().len());
                    }
                    parts.push(match self.expression(scope, &value.expr) {
                        Expression::String(text) => Part::Text(text),
                        value => Part::Value(value),
                    });
                }
                Element::Directive(directive) => {
                    let mut raw = Vec::new();
                    self.directive(scope, directive, &mut raw);
                    parts.push(Part::Directive(raw));
                }
            }
            strip_next = matches!(element, Element::Interpolation(value) if strips_behind(value.strip));
        }
        parts.retain(|part| !matches!(part, Part::Text(text) if text.is_empty()));
        match parts.as_slice() {
            [] => Expression::String(String::new()),
            [Part::Text(text)] => Expression::String(text.clone()),
            _ => Expression::Template(parts),
        }
    }

    fn directive(&mut self, scope: Scope<'_>, directive: &Directive, raw: &mut Vec<Raw>) {
        match directive {
            Directive::If(condition) => {
                let (open, close) = marks(condition.if_expr.strip);
                raw.push(Raw::Text(format!("{open} if ")));
                raw.push(Raw::Value(self.expression(scope, &condition.if_expr.cond_expr)));
                raw.push(Raw::Text(format!(" {close}")));
                self.pieces(scope, &condition.if_expr.template, raw);
                if let Some(otherwise) = &condition.else_expr {
                    let (open, close) = marks(otherwise.strip);
                    raw.push(Raw::Text(format!("{open} else {close}")));
                    self.pieces(scope, &otherwise.template, raw);
                }
                let (open, close) = marks(condition.endif_expr.strip);
                raw.push(Raw::Text(format!("{open} endif {close}")));
            }
            Directive::For(each) => {
                let (open, close) = marks(each.for_expr.strip);
                let key = each.for_expr.key_var.as_ref().map(|name| name.as_str());
                let value = each.for_expr.value_var.as_str();
                let variables = key.map_or_else(|| value.to_owned(), |key| format!("{key}, {value}"));
                raw.push(Raw::Text(format!("{open} for {variables} in ")));
                raw.push(Raw::Value(self.expression(scope, &each.for_expr.collection_expr)));
                raw.push(Raw::Text(format!(" {close}")));
                let outer = scope.bind(key.unwrap_or_default(), Binding::For);
                let scope = scope.within(&outer);
                let inner = scope.bind(value, Binding::For);
                self.pieces(scope.within(&inner), &each.for_expr.template, raw);
                let (open, close) = marks(each.endfor_expr.strip);
                raw.push(Raw::Text(format!("{open} endfor {close}")));
            }
        }
    }

    /// A template between directives, in Terraform's language.
    fn pieces(&mut self, scope: Scope<'_>, template: &Template, raw: &mut Vec<Raw>) {
        for element in template {
            match element {
                Element::Literal(text) => {
                    raw.push(Raw::Text(text.replace("${", "$${").replace("%{", "%%{")));
                }
                Element::Interpolation(value) => {
                    let (before, behind) = (strips_before(value.strip), strips_behind(value.strip));
                    raw.push(Raw::Text(if before { "${~ " } else { "${" }.to_owned()));
                    raw.push(Raw::Value(self.expression(scope, &value.expr)));
                    raw.push(Raw::Text(if behind { " ~}" } else { "}" }.to_owned()));
                }
                Element::Directive(directive) => self.directive(scope, directive, raw),
            }
        }
    }
}

fn marks(strip: Strip) -> (&'static str, &'static str) {
    (if strips_before(strip) { "%{~" } else { "%{" }, if strips_behind(strip) { "~}" } else { "}" })
}

fn strips_before(strip: Strip) -> bool {
    matches!(strip, Strip::Start | Strip::Both)
}

fn strips_behind(strip: Strip) -> bool {
    matches!(strip, Strip::End | Strip::Both)
}
