console.error("to come");
