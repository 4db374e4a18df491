//! Every function of Terraform, called with what it should make something known of: Terraform itself compares.

use ferroform::functions::*;
use ferroform::{
    Any, App, Error, List, Literal, Map, Number, Output, Set, Stack, Value, conditional, object, template,
};

/// An output whose precondition is that the value is the expected one.
fn says<T: Literal>(
    stack: &Stack,
    name: &str,
    value: Value<T>,
    expected: impl Into<Value<Any>>,
) -> Result<(), Error>
where
    Value<Any>: From<Value<T>>,
{
    let value = stack.local::<Any>(name, value.into())?;
    let condition = jsonencode(value.clone()).equals(jsonencode(expected));
    let message = template!("it is {}", jsonencode(value.clone()));
    stack.output(name, Output::new(value).precondition(condition, message))
}

fn texts(values: &[&str]) -> Value<List<String>> {
    values.to_vec().into()
}

fn numbers(values: &[i32]) -> Value<List<Number>> {
    values.to_vec().into()
}

fn set(values: &[&str]) -> Value<Set<String>> {
    toset(texts(values))
}

fn main() -> Result<(), Error> {
    let app = App::new();
    let stack = app.stack("functions");
    let stack = &stack;
    let map = Value::<Map<String>>::from([("a", "1"), ("b", "2")]);

    says(stack, "abs", abs(-3), 3)?;
    says(stack, "ceil", ceil(1.5), 2)?;
    says(stack, "floor", floor(1.5), 1)?;
    says(stack, "log", log(8, 2), 3)?;
    says(stack, "max", max(numbers(&[1, 3, 2])), 3)?;
    says(stack, "min", min([3, 1, 2]), 1)?;
    says(stack, "parseint", parseint("ff", 16), 255)?;
    says(stack, "pow", pow(2, 10), 1024)?;
    says(stack, "signum", signum(-7), -1)?;

    says(stack, "chomp", chomp("a\n"), "a")?;
    says(stack, "endswith", endswith("abc", "bc"), true)?;
    says(stack, "format", format("%s-%03d", [Value::<Any>::from("a"), 7.into()]), "a-007")?;
    says(stack, "formatlist", formatlist("%s!", [texts(&["a", "b"])]), ["a!", "b!"])?;
    says(stack, "indent", indent(2, "a\nb"), "a\n  b")?;
    says(stack, "join", join("-", [texts(&["a", "b"])]), "a-b")?;
    says(stack, "lower", lower("ABC"), "abc")?;
    says(stack, "regex", regex("[a-z]+", "12ab3"), "ab")?;
    says(stack, "regexall", regexall("[a-z]", "1a2b"), ["a", "b"])?;
    says(stack, "replace", replace("a-b", "-", "+"), "a+b")?;
    says(stack, "split", split(",", "a,b"), ["a", "b"])?;
    says(stack, "startswith", startswith("abc", "ab"), true)?;
    says(stack, "strcontains", strcontains("abc", "b"), true)?;
    says(stack, "strrev", strrev("abc"), "cba")?;
    says(stack, "substr", substr("abcdef", 1, 3), "bcd")?;
    let greeting = stack.local::<String>("greeting", "Hello, ${name}!".into())?;
    let name = Value::<Map<Any>>::from([("name", "you")]);
    says(stack, "templatestring", templatestring(greeting, name.clone()), "Hello, you!")?;
    says(stack, "title", title("hello world"), "Hello World")?;
    says(stack, "trim", trim("--a--", "-"), "a")?;
    says(stack, "trimprefix", trimprefix("abc", "a"), "bc")?;
    says(stack, "trimspace", trimspace("  a "), "a")?;
    says(stack, "trimsuffix", trimsuffix("abc", "c"), "ab")?;
    says(stack, "upper", upper("abc"), "ABC")?;

    says(stack, "alltrue", alltrue([true, false]), false)?;
    says(stack, "anytrue", anytrue([true, false]), true)?;
    says(stack, "chunklist", chunklist(numbers(&[1, 2, 3]), 2), vec![vec![1, 2], vec![3]])?;
    says(stack, "coalesce", coalesce::<String>(["", "b"]), "b")?;
    says(stack, "coalescelist", coalescelist([texts(&[]), texts(&["a"])]), ["a"])?;
    says(stack, "compact", compact(["a", "", "b"]), ["a", "b"])?;
    says(stack, "concat", concat([texts(&["a"]), texts(&["b"])]), ["a", "b"])?;
    says(stack, "contains", contains(set(&["a"]), "a"), true)?;
    says(stack, "distinct", distinct(texts(&["a", "b", "a"])), ["a", "b"])?;
    says(stack, "element", element(texts(&["a", "b"]), 3), "b")?;
    says(
        stack,
        "flatten",
        flatten(Value::<List<List<String>>>::from([texts(&["a"]), texts(&["b"])])),
        ["a", "b"],
    )?;
    says(stack, "index", index(texts(&["a", "b"]), "b"), 1)?;
    says(stack, "keys", keys(map.clone()), ["a", "b"])?;
    says(stack, "length", length(&map), 2)?;
    says(stack, "lookup", lookup(map.clone(), "c", "none"), "none")?;
    says(stack, "matchkeys", matchkeys(texts(&["i", "j"]), texts(&["x", "y"]), texts(&["y"])), ["j"])?;
    says(stack, "merge", element(values(merge([map.clone(), Value::from([("b", "3")])])), 1), "3")?;
    says(stack, "one", one(texts(&["a"])), "a")?;
    says(stack, "range", range([1, 4]), [1, 2, 3])?;
    says(stack, "reverse", reverse(texts(&["a", "b"])), ["b", "a"])?;
    says(stack, "setintersection", setintersection([set(&["a", "b"]), set(&["b"])]), ["b"])?;
    says(stack, "setproduct", setproduct([texts(&["a"]), texts(&["x", "y"])]), [["a", "x"], ["a", "y"]])?;
    says(stack, "setsubtract", setsubtract(set(&["a", "b"]), set(&["b"])), ["a"])?;
    says(stack, "setunion", setunion([set(&["a"]), set(&["b"])]), ["a", "b"])?;
    says(stack, "slice", slice(texts(&["a", "b", "c"]), 1, 2), ["b"])?;
    says(stack, "sort", sort(["b", "a"]), ["a", "b"])?;
    says(stack, "sum", sum([1, 2, 3]), 6)?;
    let lists = Value::<Map<List<String>>>::from([("a", ["1", "2"]), ("b", ["2", "3"])]);
    says(stack, "transpose", keys(transpose(lists)), ["1", "2", "3"])?;
    says(stack, "values", values(map.clone()), ["1", "2"])?;
    says(stack, "zipmap", values(zipmap(["x", "y"], texts(&["1", "2"]))), ["1", "2"])?;

    says(stack, "base64decode", base64decode("YQ=="), "a")?;
    says(stack, "base64encode", base64encode("a"), "YQ==")?;
    says(stack, "base64gzip", startswith(base64gzip("a"), "H4sI"), true)?;
    says(stack, "csvdecode", csvdecode("a,b\n1,2\n").at(0).at("b"), "2")?;
    says(stack, "jsondecode", jsondecode(r#"{"a": [1]}"#).attribute("a").at(0), 1)?;
    says(stack, "jsonencode", jsonencode(object! { "a" => ["${b}", "c"] }), r#"{"a":["${b}","c"]}"#)?;
    says(stack, "textdecodebase64", textdecodebase64("YQA=", "UTF-16LE"), "a")?;
    says(stack, "textencodebase64", textencodebase64("a", "UTF-16LE"), "YQA=")?;
    says(stack, "urlencode", urlencode("a b"), "a+b")?;
    says(stack, "yamldecode", yamldecode("a: 1").attribute("a"), 1)?;
    says(stack, "yamlencode", yamlencode([1]), "- 1\n")?;

    says(stack, "abspath", endswith(abspath("greeting.tpl"), "stacks/functions/greeting.tpl"), true)?;
    says(stack, "basename", basename("/a/b"), "b")?;
    says(stack, "dirname", dirname("/a/b"), "/a")?;
    says(stack, "file", file("greeting.tpl"), "Hello, ${name}!")?;
    says(stack, "filebase64", filebase64("greeting.tpl"), "SGVsbG8sICR7bmFtZX0h")?;
    says(stack, "fileexists", fileexists("none"), false)?;
    says(stack, "fileset", fileset(".", "*.tpl"), ["greeting.tpl"])?;
    says(stack, "pathexpand", startswith(pathexpand("~/a"), "~"), false)?;
    says(stack, "templatefile", templatefile("greeting.tpl", name), "Hello, you!")?;

    says(stack, "formatdate", formatdate("YYYY", "2026-01-31T12:00:00Z"), "2026")?;
    says(stack, "plantimestamp", length(&plantimestamp()), 20)?;
    says(stack, "timeadd", timeadd("2026-01-31T12:00:00Z", "24h"), "2026-02-01T12:00:00Z")?;
    says(stack, "timecmp", timecmp("2026-01-31T12:00:00Z", "2026-02-01T12:00:00Z"), -1)?;
    says(stack, "timestamp", length(&timestamp()), 20)?;

    says(stack, "base64sha256", length(&base64sha256("a")), 44)?;
    says(stack, "base64sha512", length(&base64sha512("a")), 88)?;
    says(stack, "bcrypt", length(&bcrypt("a", [4])), 60)?;
    says(stack, "filebase64sha256", length(&filebase64sha256("greeting.tpl")), 44)?;
    says(stack, "filebase64sha512", length(&filebase64sha512("greeting.tpl")), 88)?;
    says(stack, "filemd5", length(&filemd5("greeting.tpl")), 32)?;
    says(stack, "filesha1", length(&filesha1("greeting.tpl")), 40)?;
    says(stack, "filesha256", length(&filesha256("greeting.tpl")), 64)?;
    says(stack, "filesha512", length(&filesha512("greeting.tpl")), 128)?;
    says(stack, "md5", md5("a"), "0cc175b9c0f1b6a831c399e269772661")?;
    says(stack, "rsadecrypt", can(&rsadecrypt("YQ==", "no key")), false)?;
    says(stack, "sha1", sha1("a"), "86f7e437faa5a7fce15d1ddcb9eaeaea377667b8")?;
    says(stack, "sha256", length(&sha256("a")), 64)?;
    says(stack, "sha512", length(&sha512("a")), 128)?;
    says(stack, "uuid", length(&uuid()), 36)?;
    says(stack, "uuidv5", uuidv5("dns", "example.com"), "cfbff0d1-9375-5685-968c-48ce8b15ae17")?;

    says(stack, "cidrhost", cidrhost("10.0.0.0/8", -2), "10.255.255.254")?;
    says(stack, "cidrnetmask", cidrnetmask("10.0.0.0/8"), "255.0.0.0")?;
    says(stack, "cidrsubnet", cidrsubnet("10.0.0.0/8", 8, 1), "10.1.0.0/16")?;
    says(stack, "cidrsubnets", cidrsubnets("10.0.0.0/8", [1, 1]), ["10.0.0.0/9", "10.128.0.0/9"])?;

    let a = Value::<String>::from("a");
    says(stack, "can", can(&tonumber("x")), false)?;
    says(stack, "ephemeralasnull", ephemeralasnull(&a), "a")?;
    says(stack, "issensitive", issensitive(&sensitive(&a)), true)?;
    says(stack, "nonsensitive", nonsensitive(&sensitive(&a)), "a")?;
    says(stack, "tobool", tobool("true"), true)?;
    says(stack, "tolist", tolist(set(&["a"])), ["a"])?;
    says(stack, "tomap", length(&tomap(map)), 2)?;
    says(stack, "tonumber", tonumber("12"), 12)?;
    says(stack, "sensitive", issensitive(&sensitive(&a)), true)?;
    says(stack, "toset", length(&set(&["a", "a"])), 1)?;
    says(stack, "tostring", tostring(12), "12")?;
    says(stack, "try", try_::<Number>([tonumber("x"), 1.into()]), 1)?;
    says(
        stack,
        "conditional",
        conditional::<Number>(contains(texts(&["a"]), "b"), 1, conditional::<Number>(true, 2, 3)),
        2,
    )?;

    app.synth()?;
    let greeting = app.outdir().join("stacks/functions/greeting.tpl");
    std::fs::write(&greeting, "Hello, ${name}!").map_err(|source| Error::Io { path: greeting, source })
}
